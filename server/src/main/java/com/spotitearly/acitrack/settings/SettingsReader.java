package com.spotitearly.acitrack.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.env.PropertyResolver;

/** Reads settings one by one and remembers everything that is wrong, so that an operator is told all of it at once. */
final class SettingsReader {

    private final PropertyResolver environment;
    private final List<String> wrong = new ArrayList<>();

    SettingsReader(PropertyResolver environment) {
        this.environment = environment;
    }

    <T> T required(String name, Function<String, T> parse) {
        if (text(name).isEmpty()) {
            wrong.add(name + " environment variable is required");
            return null;
        }
        return optional(name, parse).orElse(null);
    }

    <T> Optional<T> optional(String name, Function<String, T> parse) {
        return text(name).map(value -> {
            try {
                return parse.apply(value);
            } catch (IllegalArgumentException e) {
                wrong.add(name + " " + (e instanceof NumberFormatException ? "must be a number" : e.getMessage()));
                return null;
            }
        });
    }

    int integer(String name, int otherwise, int minimum, int maximum) {
        return optional(name, value -> {
                    int number = Integer.parseInt(value);
                    if (number < minimum || number > maximum) {
                        throw new IllegalArgumentException("must be between " + minimum + " and " + maximum);
                    }
                    return number;
                })
                .orElse(otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        return optional(name, value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true", "1", "yes", "on" -> true;
                    case "false", "0", "no", "off" -> false;
                    default -> throw new IllegalArgumentException("must be true or false");
                })
                .orElse(otherwise);
    }

    List<String> requiredList(String name) {
        List<String> values = list(name, List.of());
        if (values.isEmpty()) {
            wrong.add(name + " environment variable is required");
        }
        return values;
    }

    List<String> list(String name, List<String> otherwise) {
        return text(name)
                .map(value -> Arrays.stream(value.split(","))
                        .map(String::trim)
                        .filter(item -> !item.isEmpty())
                        .toList())
                .orElse(otherwise);
    }

    void throwIfAnythingIsWrong() {
        if (!wrong.isEmpty()) {
            throw new SettingsException(wrong);
        }
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(environment.getProperty(name))
                .map(String::trim)
                .filter(value -> !value.isEmpty());
    }
}
