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

    /** The wrapper script says whether stderr is a terminal; Java cannot tell it of one stream alone. */
    static Environment ofProcess() {
        return new Environment(System.getenv(), Boolean.getBoolean("acitrack.terminal"));
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
