package com.spotitearly.acitrack.client.cli;

import com.spotitearly.acitrack.client.Json;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command answers: as text for people, or as JSON for programs. */
final class Output {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Answer with JSON, for programs.")
    private boolean json;

    /** Prints the answer as JSON when that was asked for, else the text. */
    void print(Object answer, String text) {
        out().println(json ? Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer) : text);
    }

    String table(List<String> header, List<List<?>> rows) {
        return Text.table(spec.usageMessage().width(), header, rows);
    }

    /** Two columns: what it is, and what it is worth. */
    String facts(List<List<?>> facts) {
        int longest = facts.stream()
                .mapToInt(fact -> fact.get(0).toString().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (List<?> fact : facts) {
            String value = Text.safe(fact.get(1)).strip();
            text.append(String.format("%-" + (longest + 2) + "s%s%n", fact.get(0), value.isEmpty() ? "-" : value));
        }
        return text.toString().stripTrailing();
    }

    /** @param value may be null */
    static List<Object> fact(String name, Object value) {
        return Arrays.asList(name, value);
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
