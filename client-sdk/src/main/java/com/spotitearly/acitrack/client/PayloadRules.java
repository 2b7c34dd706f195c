package com.spotitearly.acitrack.client;

import java.util.List;

/** What a payload must look like, beyond what every upload checks. */
@FunctionalInterface
public interface PayloadRules {

    /** Nothing beyond it. */
    PayloadRules NONE = (schema, json) -> List.of();

    /**
     * Holds a payload against a schema.
     *
     * @param schema the name of the contract's schema
     * @param json the payload, or the part of it that the schema describes
     * @return how the payload breaks the schema; empty when it does not
     */
    List<String> violations(String schema, byte[] json);
}
