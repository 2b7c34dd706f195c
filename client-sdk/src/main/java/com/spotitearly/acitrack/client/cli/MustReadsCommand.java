package com.spotitearly.acitrack.client.cli;

import com.spotitearly.acitrack.client.AcitrackClient;
import com.spotitearly.acitrack.client.generated.model.MustReads;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "must-reads", description = "Lists the must-reads of a run.")
final class MustReadsCommand implements Callable<Integer> {

    @Mixin
    private final ServerOptions server;

    @Mixin
    private final Output output = new Output();

    @ArgGroup
    private Which which = new Which();

    private static final class Which {

        @Option(
                names = "--mode",
                paramLabel = "MODE",
                description = "The newest run of this mode. Default: tri-model-daily.")
        private String mode = "tri-model-daily";

        @Option(names = "--run-id", paramLabel = "ID", description = "This run.")
        private String runId;
    }

    MustReadsCommand(Environment environment) {
        server = new ServerOptions(environment);
    }

    @Override
    public Integer call() {
        AcitrackClient client = server.client();
        MustReads mustReads = which.runId == null ? client.latestMustReads(which.mode) : client.mustReads(which.runId);
        List<List<?>> rows = mustReads.getMustReads().stream()
                .<List<?>>map(item -> List.of(
                        first(item, "final_relevancy_score", "relevancy_score"),
                        first(item, "publication_id", "id"),
                        first(item, "title")))
                .toList();
        String title = mustReads.getRunId() + ": " + rows.size() + " must-reads";
        String text =
                rows.isEmpty() ? title : title + "\n\n" + output.table(List.of("SCORE", "PUBLICATION", "TITLE"), rows);
        output.print(mustReads, text);
        return ExitCode.OK;
    }

    private static String first(JsonNode item, String... keys) {
        for (String key : keys) {
            if (item.path(key).isValueNode() && !item.path(key).isNull()) {
                return item.path(key).asString();
            }
        }
        return "";
    }
}
