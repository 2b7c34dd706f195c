package com.spotitearly.acitrack.client.cli;

import com.spotitearly.acitrack.client.InspectedRun;
import com.spotitearly.acitrack.client.UploadListener;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how an upload goes: a bar for people, a line at every tenth for logs. */
final class UploadProgress implements UploadListener {

    private static final int BAR_WIDTH = 79;

    private final PrintWriter err;
    private final boolean terminal;
    private ProgressBar bar;
    private long tenths;
    private long sent;
    private long total = -1;

    UploadProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void inspected(InspectedRun run) {
        total = run.eventCount();
        run.warnings().forEach(warning -> err.println("Warning: " + Text.safe(warning)));
        err.println(Text.safe(String.format(Locale.ROOT, "%s: sending %,d events", run.runId(), run.eventCount())));
        if (terminal && run.eventCount() > 0) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Events")
                    .setInitialMax(run.eventCount())
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .showSpeed()
                    .setConsumer(new DelegatingProgressBarConsumer(this::draw, BAR_WIDTH))
                    .build();
        }
    }

    @Override
    public void sent(long nowSent, long ofTotal) {
        sent = nowSent;
        total = ofTotal;
        if (bar != null) {
            bar.stepTo(sent);
        } else if (sent * 10 / total > tenths) {
            tenths = sent * 10 / total;
            err.println(String.format(Locale.ROOT, "%,d of %,d events sent (%d%%)", sent, total, sent * 100 / total));
        }
    }

    /** Leaves the bar as it stands and begins a new line. */
    void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            err.println();
        }
    }

    /** Says how far an upload came that failed. */
    void stopped() {
        close();
        if (total > sent) {
            err.println(String.format(
                    Locale.ROOT,
                    "Stopped after %,d of %,d events; running the same command again finishes the rest",
                    sent,
                    total));
        }
    }

    private void draw(String line) {
        err.print("\r" + line);
        err.flush();
    }
}
