package com.spotitearly.acitrack.client.cli;

import com.spotitearly.acitrack.client.generated.model.Health;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "health",
        description =
                "Asks the service and its database how they are. Needs no key; exits with 6 when they are unwell.")
final class HealthCommand implements Callable<Integer> {

    @Mixin
    private final ServerOptions server;

    @Mixin
    private final Output output = new Output();

    HealthCommand(Environment environment) {
        server = new ServerOptions(environment);
    }

    @Override
    public Integer call() {
        Health health = server.anonymousClient().health();
        boolean healthy = health.getStatus() == Health.StatusEnum.HEALTHY;
        output.print(
                health,
                output.facts(List.of(
                        Output.fact("status", health.getStatus()),
                        List.of(
                                "database",
                                Boolean.TRUE.equals(health.getDbConnected()) ? "connected" : "not connected"),
                        Output.fact("at", health.getDbHost()),
                        Output.fact("time", health.getTime()))));
        return healthy ? ExitCode.OK : ExitCode.UNAVAILABLE;
    }
}
