package com.stoganet.proxy.config;

/**
 * What is wrong with one setting; contains nothing of its value that could be a secret.
 *
 * @param name the environment variable
 * @param problem what is wrong
 * @param example a value that would do
 */
public record SettingProblem(String name, String problem, String example) {

  @Override
  public String toString() {
    return name + " " + problem + " (for example " + name + "=" + example + ")";
  }
}
