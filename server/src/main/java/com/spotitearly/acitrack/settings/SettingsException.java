package com.spotitearly.acitrack.settings;

import java.util.List;

/** The settings do not allow a start. The message names each that is missing or wrong, and never a value. */
public class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsException(List<String> wrong) {
        super(String.join(System.lineSeparator(), wrong));
    }
}
