package liveroom.transport.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import liveroom.capture.media.RealTime;
import liveroom.capture.media.StudioClock;
import liveroom.encoder.EncodedProgram;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what was encoded once to every viewer, on the thread `shared-lane`. Nothing is encoded while nobody is
/// here. Free-threaded.
///
/// ```
/// encoders ──► inbox ──► one message for each packet ──┬─► viewer's data channel
///                                                      └─► ...
/// ```
public final class SharedLane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharedLane.class);
    private static final Duration JOIN = Duration.ofSeconds(5);

    private final StudioClock clock;
    private final TrackEncoders encoders;
    private final SendingThread sending;
    private final Broadcast broadcast;
    private final Thread thread;
    private final Set<Seat> taken = ConcurrentHashMap.newKeySet();
    private volatile boolean ending;

    /// @param encoders for viewers whose tracks have to serve them
    /// @param sending from where messages are sent
    public SharedLane(EncodedProgram program, StudioClock clock, TrackEncoders encoders, SendingThread sending) {
        this(program, clock, encoders, sending, new SplittableRandom());
    }

    SharedLane(
            EncodedProgram program,
            StudioClock clock,
            TrackEncoders encoders,
            SendingThread sending,
            RandomGenerator random) {
        this.clock = clock;
        this.sending = sending;
        this.encoders = encoders;
        thread = RealTime.threads("shared-lane", RealTime.Rank.BEAT).newThread(this::run);
        broadcast = new Broadcast(program, clock, SharedLane::unixNanos, random, () -> LockSupport.unpark(thread));
        thread.start();
    }

    /// A viewer is about to come: encoding begins, so that it need not wait for that.
    public void expect() {
        post(broadcast::expect);
    }

    /// Nobody is sent a better picture than that rung's, from the next tenth of a second on.
    public void limit(int highestRung) {
        broadcast.limit(highestRung);
    }

    /// Serves one viewer more, from a keyframe on.
    public Seat join(Outlet outlet, SeatListener listener) {
        Placed placed = new Placed(broadcast, outlet, listener, encoders, clock.nanos());
        Seat seat = new Seat(this, placed);
        taken.add(seat);
        post(() -> {
            if (!ending) {
                broadcast.add(placed);
            }
        });
        return seat;
    }

    /// Ends the thread. No outlet is used afterwards, and every seat has been left.
    @Override
    public void close() {
        ending = true;
        LockSupport.unpark(thread);
        try {
            if (!thread.join(JOIN)) {
                LOG.error("shared-lane does not end");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void leave(Seat seat) {
        post(() -> {
            broadcast.remove(seat.placed());
            free(seat);
        });
        if (!thread.isAlive()) {
            free(seat);
        }
    }

    void post(Runnable command) {
        broadcast.inbox().post(command);
    }

    long nanos() {
        return clock.nanos();
    }

    private void free(Seat seat) {
        taken.remove(seat);
        seat.hasLeft();
    }

    private void run() {
        try {
            while (!ending) {
                long until = broadcast.work(sending);
                if (broadcast.inbox().isEmpty() && !ending) {
                    LockSupport.parkNanos(this, until - clock.nanos());
                }
            }
        } finally {
            broadcast.end();
            taken.forEach(this::free);
        }
    }

    private static long unixNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }
}
