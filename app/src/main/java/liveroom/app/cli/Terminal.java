package liveroom.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import liveroom.app.text.Messages;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// The text in- and outputs of one run. Standard output carries what was asked for, standard error what is to be known.
public record Terminal(PrintWriter out, PrintWriter err) {
    /// It worked.
    public static final int OK = 0;
    /// It was tried and did not work.
    public static final int FAILED = 1;
    /// The command was not understood.
    public static final int USAGE = 2;

    public static Terminal system() {
        return new Terminal(writer(System.out), writer(System.err));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /// Runs one command.
    ///
    /// @return the exit code
    public int run(Doors doors, String... arguments) {
        return StudioCommand.line(this, doors)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(this::misunderstood)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure))
                .execute(arguments);
    }

    private int misunderstood(CommandLine.ParameterException failure, String[] arguments) {
        err.println(failure.getMessage());
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        err.println(Messages.of("terminal").text("usage.hint", command));
        return USAGE;
    }

    private int failed(Exception failure) {
        LoggerFactory.getLogger(Terminal.class).info("A command failed", failure);
        err.println(Messages.of("terminal").text("failed", String.valueOf(failure.getMessage())));
        return FAILED;
    }
}
