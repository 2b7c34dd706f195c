package com.spotitearly.acitrack.client.cli;

import com.spotitearly.acitrack.client.DisagreementQuery;
import com.spotitearly.acitrack.client.generated.model.Disagreements;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "disagreements", description = "Lists where the models disagree.")
final class DisagreementsCommand implements Callable<Integer> {

    @Mixin
    private final ServerOptions server;

    @Mixin
    private final Output output = new Output();

    @Option(names = "--run-id", paramLabel = "ID", description = "Only this run.")
    private String runId;

    @Option(
            names = "--agreement",
            paramLabel = "LEVEL",
            split = ",",
            description = "Only these agreement levels, e.g. low,moderate.")
    private List<String> agreement;

    @Option(
            names = "--min-delta",
            paramLabel = "N",
            description = "Only where Claude and Gemini are at least this far apart (0 to 100).")
    private BigDecimal minDelta;

    @Option(names = "--limit", paramLabel = "N", description = "At most this many (1 to 500). Default: 50.")
    private Integer limit;

    DisagreementsCommand(Environment environment) {
        server = new ServerOptions(environment);
    }

    @Override
    public Integer call() {
        Disagreements found = server.client().disagreements(new DisagreementQuery(runId, agreement, minDelta, limit));
        List<List<?>> rows = found.getDisagreements().stream()
                .<List<?>>map(event -> Arrays.asList(
                        event.getScoreDelta(),
                        event.getClaudeScore(),
                        event.getGeminiScore(),
                        event.getFinalRelevancyScore(),
                        event.getAgreementLevel(),
                        event.getPublicationId(),
                        event.getTitle()))
                .toList();
        List<String> header = List.of("DELTA", "CLAUDE", "GEMINI", "FINAL", "AGREEMENT", "PUBLICATION", "TITLE");
        output.print(found, rows.isEmpty() ? "No disagreements match" : output.table(header, rows));
        return ExitCode.OK;
    }
}
