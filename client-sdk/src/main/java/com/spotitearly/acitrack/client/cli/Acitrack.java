package com.spotitearly.acitrack.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.spotitearly.acitrack.client.AcitrackException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code acitrack}. */
@Command(
        name = "acitrack",
        description = "Uploads the literature pipeline's runs to an AciTrack Backend and asks it questions.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Acitrack.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a bug in this program",
            "2:wrong options, or a setting is missing",
            "3:the files cannot be uploaded as they are; nothing was sent",
            "4:the server refused: wrong key, or a request that breaks the contract",
            "5:there is no such run, paper or must-reads",
            "6:the server or database does not answer, or is unwell; try again later"
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  BACKEND_URL             where the service is: https://….onrender.com",
            "  BACKEND_API_KEY         the key, unless --key-file is given",
            "  DIGEST_FEEDBACK_SECRET  signs feedback links (sign-link)",
            "  DATABASE_URL            the database to look into (check-db)",
            "",
            "Completion in this shell:  source <(acitrack generate-completion)"
        })
public final class Acitrack implements Runnable {

    @Spec
    private CommandSpec spec;

    private Acitrack() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        // Always UTF-8: the answers are, and a POSIX locale would turn them into question marks.
        PrintWriter out =
                new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8), true);
        PrintWriter err =
                new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), UTF_8), true);
        System.exit(run(Environment.ofProcess(), out, err, args));
    }

    static int run(Environment environment, PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Acitrack())
                .addSubcommand(new IngestCommand(environment))
                .addSubcommand(new LatestCommand(environment))
                .addSubcommand(new MustReadsCommand(environment))
                .addSubcommand(new PaperCommand(environment))
                .addSubcommand(new DisagreementsCommand(environment))
                .addSubcommand(new HealthCommand(environment))
                .addSubcommand(new SignLinkCommand(environment))
                .addSubcommand(new CheckDbCommand(environment))
                .addSubcommand(new GenerateCompletion())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Acitrack::explain)
                .execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof AcitrackException failure) {
            command.getErr().println(Text.safe(failure.getMessage()));
            return ExitCode.of(failure);
        }
        if (e instanceof UncheckedIOException unreadable) {
            command.getErr().println("Cannot read: " + unreadable.getCause().getMessage());
            return ExitCode.INVALID_FILES;
        }
        throw e;
    }

    /** The version that the jar was built as. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Acitrack.class.getPackage().getImplementationVersion();
            return new String[] {"acitrack " + (version == null ? "(not packaged)" : version)};
        }
    }
}
