package liveroom.capture.media;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a thread get most of a processor that others want, too, and never all of it: for what makes the pictures of the
/// show, and can take all the time there is, so that [RealTime] is not for it. Windows grants that to everybody by
/// Java's own priorities. Linux grants `setpriority(2)` to root and to who has a `nice` in `limits.conf(5)`. What such
/// a thread starts has it, too. See `docs/decisions/0020-real-time-threads.md`.
public final class LargerShare {
    private static final Logger LOG = LoggerFactory.getLogger(LargerShare.class);
    /// Nine times the share of a thread like others.
    private static final int NICENESS = -10;

    private static final int PROCESS = 0;
    private static final int CALLING_THREAD = 0;

    private LargerShare() {}

    /// Makes daemon threads that ask for it as they start.
    public static ThreadFactory threads(String name) {
        ThreadFactory threads = Thread.ofPlatform().name(name).daemon().factory();
        return work -> threads.newThread(() -> {
            ask();
            work.run();
        });
    }

    /// Asks for it on behalf of the calling thread. Where it is not granted, the thread is one among all others.
    @SuppressWarnings("ThreadPriorityCheck") // a wish: the picture is right without it, only later
    public static void ask() {
        Thread.currentThread().setPriority(Thread.NORM_PRIORITY + 2);
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return;
        }
        try {
            Linker linker = Linker.nativeLinker();
            MethodHandle setPriority = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("setpriority"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            int _ = (int) setPriority.invokeExact(PROCESS, CALLING_THREAD, NICENESS);
        } catch (Throwable e) {
            LOG.debug("A larger share cannot be asked for", e);
        }
    }
}
