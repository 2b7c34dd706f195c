package com.spotitearly.acitrack.client.cli;

import com.spotitearly.acitrack.client.AcitrackClient;
import com.spotitearly.acitrack.client.generated.model.Paper;
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
                        Output.fact("publication", paper.getPublicationId()),
                        Output.fact("title", paper.getTitle()),
                        Output.fact(
                                "url",
                                paper.getDetails() == null
                                        ? null
                                        : paper.getDetails().path("url").stringValue(null)),
                        Output.fact("run", paper.getRunId()),
                        Output.fact("final score", paper.getFinalRelevancyScore()),
                        Output.fact("claude", paper.getClaudeScore()),
                        Output.fact("gemini", paper.getGeminiScore()),
                        Output.fact("apart by", paper.getScoreDelta()),
                        Output.fact("agreement", paper.getAgreementLevel()),
                        Output.fact("disagreements", paper.getDisagreements()),
                        Output.fact("rationale", paper.getEvaluatorRationale()))));
        return ExitCode.OK;
    }
}
