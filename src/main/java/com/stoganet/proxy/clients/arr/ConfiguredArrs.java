package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.Arrs;
import com.stoganet.proxy.config.Backends;
import com.stoganet.proxy.config.Backends.Program;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * The Radarr and Sonarr servers of the settings; the proxy connects to each at its first request.
 */
@Service
public class ConfiguredArrs implements Arrs {

  private final List<Servarr> servers;

  @Inject
  public ConfiguredArrs(Settings settings, Clock clock) {
    this(settings.backends().arrs(), clock);
  }

  ConfiguredArrs(List<Backends.Arr> settings, Clock clock) {
    this.servers = settings.stream().map(one -> server(one, clock)).toList();
  }

  @Override
  public List<Arr> all() {
    return List.copyOf(servers);
  }

  /** All servers, with the condition that only readiness asks for. */
  List<Servarr> servers() {
    return servers;
  }

  private static Servarr server(Backends.Arr settings, Clock clock) {
    ArrServer server = new ArrServer(settings);
    return settings.program() == Program.RADARR
        ? new Radarr(server, clock)
        : new Sonarr(server, clock);
  }
}
