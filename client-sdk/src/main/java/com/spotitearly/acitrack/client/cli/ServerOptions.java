package com.spotitearly.acitrack.client.cli;

import com.spotitearly.acitrack.client.AcitrackClient;
import com.spotitearly.acitrack.client.Retry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which server to ask, as whom, and how patiently. The key never stands on the command line, where others see it. */
final class ServerOptions {

    private final Environment environment;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where the service is. Default: the environment's BACKEND_URL.")
    private String url;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "A file that holds the API key. Default: the environment's BACKEND_API_KEY.")
    private Path keyFile;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long one attempt may take. Default: ${DEFAULT-VALUE}.")
    private double timeout;

    @Option(
            names = "--retries",
            paramLabel = "N",
            defaultValue = "6",
            description = "How often to try again when the connection fails or the server is busy or restarting, with"
                    + " growing pauses. Default: ${DEFAULT-VALUE}, about half a minute.")
    private int retries;

    ServerOptions(Environment environment) {
        this.environment = environment;
    }

    /** The client for calls that need the key. */
    AcitrackClient client() {
        return client(key());
    }

    /** The client for calls that need none. */
    AcitrackClient anonymousClient() {
        return client(null);
    }

    private AcitrackClient client(String key) {
        try {
            return AcitrackClient.builder(url(), key)
                    .requestTimeout(Duration.ofMillis(Math.round(timeout * 1000)))
                    .maxRetries(retries)
                    .onRetry(this::announce)
                    .build();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    String url() {
        if (url != null) {
            return url;
        }
        return environment.variable("BACKEND_URL").orElseThrow(() -> missing("BACKEND_URL or --url"));
    }

    private String key() {
        if (keyFile == null) {
            return environment.variable("BACKEND_API_KEY").orElseThrow(() -> missing("BACKEND_API_KEY or --key-file"));
        }
        return Secrets.read(keyFile, spec);
    }

    private ParameterException missing(String what) {
        return new ParameterException(spec.commandLine(), what + " is needed");
    }

    private void announce(Retry retry) {
        String message = String.format(
                Locale.ROOT,
                "%s; trying again in %.1f s (%d of %d)",
                retry.cause().getMessage(),
                retry.delay().toMillis() / 1000.0,
                retry.number(),
                retry.of());
        spec.commandLine().getErr().println(Text.safe(message));
    }
}
