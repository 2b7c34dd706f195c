package com.spotitearly.acitrack.json;

import tools.jackson.databind.DeserializationContext;

/** PostgreSQL stores Unicode text without U+0000; what it cannot store is refused rather than changed. */
final class StorableText {

    private StorableText() {}

    static String require(String text, DeserializationContext context) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return context.reportInputMismatch(String.class, "must not contain the character U+0000");
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return context.reportInputMismatch(String.class, "must not contain half of a surrogate pair");
                }
                i++;
            }
        }
        return text;
    }
}
