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
                Output.fact("run", run.getRunId()),
                Output.fact("mode", run.getMode()),
                Output.fact("started", run.getStartedAt()),
                Output.fact("window start", run.getWindowStart()),
                Output.fact("window end", run.getWindowEnd()),
                Output.fact("stored", run.getUpdatedAt())));
        if (run.getCounts() != null) {
            run.getCounts().properties().forEach(count -> facts.add(Output.fact(count.getKey(), count.getValue())));
        }
        output.print(run, output.facts(facts));
        return ExitCode.OK;
    }
}
