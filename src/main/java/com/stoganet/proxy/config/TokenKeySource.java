package com.stoganet.proxy.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Tells the container's MicroProfile JWT the public key of ES256 mode, from the same settings that
 * the proxy signs with.
 *
 * <p>With HS256 this source is empty: Open Liberty would prefer a public key to the shared key.
 */
public class TokenKeySource implements ConfigSource {

  private static final String KEY = "mp.jwt.verify.publickey";
  private static final String ALGORITHM = "mp.jwt.verify.publickey.algorithm";
  private static final String ES256 = Keys.Algorithm.ES256.name();

  private final Map<String, String> values;

  /** For the service loader. */
  public TokenKeySource() {
    this(TokenKeySource::setting);
  }

  /** {@code source} answers the raw value of a setting. */
  TokenKeySource(Function<String, Optional<String>> source) {
    // What is wrong with the settings is told once, by Configuration.
    SettingReader reader = new SettingReader(source);
    this.values =
        reader
            .optional("JWT_ALGORITHM", "")
            .filter(ES256::equals)
            .flatMap(unused -> reader.optional("JWT_PUBLIC_KEY", ""))
            .map(key -> Map.of(KEY, key, ALGORITHM, ES256))
            .orElse(Map.of());
  }

  @Override
  public Set<String> getPropertyNames() {
    return values.keySet();
  }

  @Override
  public String getValue(String name) {
    return values.get(name);
  }

  @Override
  public String getName() {
    return "stoganet-token-key";
  }

  /** Where MicroProfile Config finds settings as well, in its order; it cannot be asked here. */
  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getProperty(name, System.getenv(name)));
  }
}
