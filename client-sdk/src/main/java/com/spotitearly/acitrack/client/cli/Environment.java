package com.spotitearly.acitrack.client.cli;

import java.util.Map;
import java.util.Optional;

/**
 * What surrounds the process.
 *
 * @param variables the environment variables
 * @param terminal whether a person watches the standard error stream
 */
record Environment(Map<String, String> variables, boolean terminal) {

    /** The wrapper script knows whether stderr is a terminal; Java only knows it of stdin and stdout together. */
    static Environment ofProcess() {
        String told = System.getProperty("acitrack.terminal");
        return new Environment(System.getenv(), told == null ? System.console() != null : Boolean.parseBoolean(told));
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
