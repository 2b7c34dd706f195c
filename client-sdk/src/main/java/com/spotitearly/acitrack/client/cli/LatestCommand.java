package com.spotitearly.acitrack.client.cli;

import com.spotitearly.acitrack.client.generated.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "latest", description = "Shows the newest run of a mode.")
final class LatestCommand implements Callable<Integer> {

    @Mixin
    private final ServerOptions server;

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "tri-model-daily",
            description = "The kind of run. Default: ${DEFAULT-VALUE}.")
    private String mode;

    LatestCommand(Environment environment) {
        server = new ServerOptions(environment);
    }

    @Override
    public Integer call() {
        Run run = server.client().latestRun(mode);
        List<List<?>> facts = new ArrayList<>(List.of(
                List.of("run", run.getRunId()),
                List.of("mode", run.getMode()),
                fact("started", run.getStartedAt()),
                fact("window", run.getWindowStart() + " to " + run.getWindowEnd()),
                List.of("stored", run.getUpdatedAt())));
        if (run.getCounts() != null) {
            run.getCounts().properties().forEach(count -> facts.add(List.of(count.getKey(), count.getValue())));
        }
        output.print(run, output.facts(facts));
        return ExitCode.OK;
    }

    private static List<Object> fact(String name, Object value) {
        return List.of(name, value == null ? "" : value);
    }
}
