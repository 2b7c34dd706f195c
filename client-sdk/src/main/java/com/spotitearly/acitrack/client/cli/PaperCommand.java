package com.spotitearly.acitrack.client.cli;

import com.spotitearly.acitrack.client.AcitrackClient;
import com.spotitearly.acitrack.client.generated.model.Paper;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "paper", description = "Shows what the three models said of a publication.")
final class PaperCommand implements Callable<Integer> {

    @Mixin
    private final ServerOptions server;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "ID", description = "The publication_id, e.g. arxiv:2501.12345 or doi:10.1000/xyz.")
    private String publicationId;

    @Option(names = "--run-id", paramLabel = "ID", description = "As of this run. Default: the latest that has it.")
    private String runId;

    PaperCommand(Environment environment) {
        server = new ServerOptions(environment);
    }

    @Override
    public Integer call() {
        AcitrackClient client = server.client();
        Paper paper = runId == null ? client.paper(publicationId) : client.paper(publicationId, runId);
        output.print(
                paper,
                output.facts(List.of(
                        fact("publication", paper.getPublicationId()),
                        fact("title", paper.getTitle()),
                        fact(
                                "url",
                                paper.getDetails() == null
                                        ? null
                                        : paper.getDetails().path("url").stringValue(null)),
                        fact("run", paper.getRunId()),
                        fact("final score", paper.getFinalRelevancyScore()),
                        fact("claude", paper.getClaudeScore()),
                        fact("gemini", paper.getGeminiScore()),
                        fact("apart by", paper.getScoreDelta()),
                        fact("agreement", paper.getAgreementLevel()),
                        fact("disagreements", paper.getDisagreements()),
                        fact("rationale", paper.getEvaluatorRationale()))));
        return ExitCode.OK;
    }

    private static List<Object> fact(String name, Object value) {
        return Arrays.asList(name, value);
    }
}
