package liveroom.capture.media;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a thread run as soon as it is due, ahead of whatever else wants its processor. Windows grants that to everybody
/// by Java's own priorities. Linux ignores those, and grants `sched_setscheduler(2)`, `SCHED_RR`, to root and to
/// who has an `rtprio` in `limits.conf(5)`, as desktops for sound and video give it. See
/// `docs/decisions/0020-real-time-threads.md`.
public final class RealTime {
    private static final Logger LOG = LoggerFactory.getLogger(RealTime.class);
    private static final int SCHED_RR = 2;
    /// What such a thread starts is like any other.
    private static final int SCHED_RESET_ON_FORK = 0x40000000;
    /// What a system may allow at least.
    private static final int LEAST = 1;

    private static final int CALLING_THREAD = 0;

    /// Who goes ahead of whom, the first ahead of all. All are ahead of libwebrtc's encoders, which take the lower half
    /// of the range for themselves, and behind the system's own threads.
    public enum Rank {
        /// What keeps the beat, and makes the sound. Each step takes a millisecond or less.
        BEAT(60),
        /// What carries everything to everybody.
        SENDING(56);

        private final int priority;

        Rank(int priority) {
            this.priority = priority;
        }
    }

    private RealTime() {}

    /// Makes daemon threads that ask for it as they start.
    public static ThreadFactory threads(String name, Rank rank) {
        ThreadFactory threads = Thread.ofPlatform().name(name).daemon().factory();
        return work -> threads.newThread(() -> {
            ask(rank);
            work.run();
        });
    }

    /// Asks for it on behalf of the calling thread. Where it is not granted, the thread is one among all others.
    @SuppressWarnings("ThreadPriorityCheck") // a wish: the beat is right without it, only less even
    public static void ask(Rank rank) {
        Thread.currentThread().setPriority(Thread.MAX_PRIORITY);
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return;
        }
        try {
            boolean _ = set(rank.priority) || set(LEAST);
        } catch (Throwable e) {
            LOG.debug("Real time cannot be asked for", e);
        }
    }

    private static boolean set(int priority) throws Throwable {
        Linker linker = Linker.nativeLinker();
        MethodHandle setScheduler = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("sched_setscheduler"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parameters = arena.allocateFrom(ValueLayout.JAVA_INT, priority);
            return (int) setScheduler.invokeExact(CALLING_THREAD, SCHED_RR | SCHED_RESET_ON_FORK, parameters) == 0;
        }
    }
}
