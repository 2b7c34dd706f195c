package com.spotitearly.acitrack.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what looks wrong; the same thing on many lines becomes one warning. */
final class Warnings {

    private final List<String> single = new ArrayList<>();
    private final Map<String, Places> perLine = new LinkedHashMap<>();

    private record Places(long count, long firstLine) {

        Places oneMore() {
            return new Places(count + 1, firstLine);
        }
    }

    void add(String warning) {
        single.add(warning);
    }

    void addLine(String what, long line) {
        perLine.merge(what, new Places(1, line), (places, first) -> places.oneMore());
    }

    List<String> all() {
        List<String> all = new ArrayList<>(single);
        perLine.forEach((what, places) -> all.add(
                places.count() == 1
                        ? what + " (line " + places.firstLine() + ")"
                        : what + " (" + places.count() + " lines, the first is " + places.firstLine() + ")"));
        return all;
    }
}
