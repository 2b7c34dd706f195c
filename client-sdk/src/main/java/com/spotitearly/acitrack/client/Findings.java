package com.spotitearly.acitrack.client;

import java.util.ArrayList;
import java.util.List;

/** What an inspection finds: breaches of the rules, which stop the upload, and warnings. */
final class Findings {

    private static final int SHOWN = 20;

    private final PayloadRules rules;
    private final Warnings warnings = new Warnings();
    private final List<String> violations = new ArrayList<>();
    private long violationCount;

    Findings(PayloadRules rules) {
        this.rules = rules;
    }

    Warnings warnings() {
        return warnings;
    }

    void check(String place, String schema, byte[] payload) {
        for (String violation : rules.violations(schema, payload)) {
            violationCount++;
            if (violations.size() < SHOWN) {
                violations.add(place + violation);
            }
        }
    }

    void conclude(boolean strict) {
        if (violationCount > 0) {
            throw new InvalidRunException("The files break the contract " + violationCount + " times:"
                    + list(violations) + (violationCount > SHOWN ? "\n  …" : ""));
        }
        if (strict && !warnings.all().isEmpty()) {
            throw new InvalidRunException("Stopped at warnings:" + list(warnings.all()));
        }
    }

    private static String list(List<String> items) {
        return "\n  " + String.join("\n  ", items);
    }
}
