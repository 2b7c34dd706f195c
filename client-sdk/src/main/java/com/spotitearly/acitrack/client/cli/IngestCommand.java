package com.spotitearly.acitrack.client.cli;

import com.spotitearly.acitrack.client.AcitrackClient;
import com.spotitearly.acitrack.client.AcitrackException;
import com.spotitearly.acitrack.client.InspectedRun;
import com.spotitearly.acitrack.client.RunInspector;
import com.spotitearly.acitrack.client.UploadOptions;
import com.spotitearly.acitrack.client.UploadResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "ingest",
        description = {
            "Uploads the folder of a run: manifest.json, must_reads.json and tri_model_events.jsonl.",
            "",
            "Every line is held against the contract before anything is sent. Running it again is harmless, and is how to finish an upload"
                    + " that was interrupted."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  acitrack ingest out/tri-model-daily-2026-01-12",
            "  acitrack ingest --dry-run --strict out/tri-model-daily-2026-01-12",
            "  acitrack ingest --key-file /run/secrets/acitrack --json out/latest"
        })
final class IngestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private final Environment environment;

    @Mixin
    private final ServerOptions server;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "DIR", description = "The folder of the run.")
    private Path directory;

    @Option(names = "--mode", paramLabel = "MODE", description = "Store it under this mode, not the manifest's.")
    private String mode;

    @Option(names = "--run-id", paramLabel = "ID", description = "Store it under this run_id, not the manifest's.")
    private String runId;

    @Option(
            names = "--chunk-size",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many events travel in one request. Default: ${DEFAULT-VALUE}.")
    private int chunkSize;

    @Option(
            names = "--dry-run",
            description =
                    "Only hold every payload against the contract, and send nothing. Needs neither server nor key.")
    private boolean dryRun;

    @Option(
            names = "--strict",
            description =
                    "Stop at warnings, too: an unknown agreement level, a missing score, counts that do not match.")
    private boolean strict;

    IngestCommand(Environment environment) {
        this.environment = environment;
        server = new ServerOptions(environment);
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(directory)) {
            throw new ParameterException(spec.commandLine(), directory + " is not a folder");
        }
        return dryRun ? inspect() : upload();
    }

    private int inspect() {
        InspectedRun run = new RunInspector(options()).inspect(directory);
        run.warnings().forEach(warning -> output.err().println("Warning: " + Text.safe(warning)));
        output.print(run, run.runId() + ": " + run.eventCount() + " events keep the contract; nothing was sent");
        return ExitCode.OK;
    }

    private int upload() {
        AcitrackClient client = server.client();
        UploadProgress progress = new UploadProgress(output.err(), environment.terminal());
        output.err().println("Checking " + directory);
        try {
            UploadResult result = client.upload(directory, options().withListener(progress));
            progress.close();
            output.print(result, summary(result));
            return ExitCode.OK;
        } catch (AcitrackException e) {
            progress.stopped();
            throw e;
        }
    }

    private UploadOptions options() {
        try {
            return UploadOptions.DEFAULTS
                    .withRunId(runId)
                    .withMode(mode)
                    .withChunkSize(chunkSize)
                    .withStrict(strict)
                    .withRules(new ContractRules());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--chunk-size must be at least 1");
        }
    }

    private static String summary(UploadResult result) {
        return String.format(
                Locale.ROOT,
                "%s (%s): %,d events stored, %,d of them new and %,d updated",
                result.runId(),
                result.mode(),
                result.total(),
                result.inserted(),
                result.updated());
    }
}
