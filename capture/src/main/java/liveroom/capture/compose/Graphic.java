package liveroom.capture.compose;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.graphics.LayerPainter;
import liveroom.capture.graphics.Painting;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Layer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One layer in one kit, painted by an executor whenever somebody asks for it and it is not there
/// or will soon be out of date; who asks gets the former one meanwhile. What will soon be out of
/// date is painted ahead, so that a clock turns in time. Free-threaded; whoever asks never waits,
/// and allocates nothing while there is nothing to paint.
final class Graphic {
    private static final Logger log = LoggerFactory.getLogger(Graphic.class);
    private static final long AHEAD_MILLIS = 250;
    /// The wall clock has been set back further than this: what it shows is wrong.
    private static final long LEAP_MILLIS = 2_000;
    private static final long RETRY_MILLIS = 2_000;

    private final Key key;
    private final Workshop workshop;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Runnable job = this::paint;
    private volatile @Nullable Painted ready;
    private volatile @Nullable Painted next;
    private volatile long paintForMillis;
    private volatile boolean wanted = true;
    private int holders;

    /// What it shows: equal keys look alike.
    record Key(Layer layer, BrandKit kit) {}

    /// What all share.
    record Workshop(LayerPainter painter, VideoFormat format, Executor executor, InstantSource time) {}

    private record Painted(Sprite sprite, long fromMillis, long untilMillis, String complaint) {}

    Graphic(Key key, Workshop workshop) {
        this.key = key;
        this.workshop = workshop;
    }

    Key key() {
        return key;
    }

    /// Guarded by its [Paintings], as [#dropped()] is.
    void held() {
        holders++;
    }

    /// Returns whether nobody holds it any more; it will not be painted then.
    boolean dropped() {
        holders--;
        wanted = holders > 0;
        return holders == 0;
    }

    /// What is there, without asking for more.
    @Nullable
    Sprite peek() {
        Painted now = ready;
        return now == null ? null : now.sprite();
    }

    /// What could not be painted as asked; empty if nothing.
    String complaint() {
        Painted now = ready;
        return now == null ? "" : now.complaint();
    }

    /// What is to be seen at this instant, or what was to be seen before; `null` if it was never
    /// painted.
    @Nullable
    Sprite sprite(long wallMillis) {
        Painted ahead = next;
        if (ahead != null && wallMillis >= ahead.fromMillis()) {
            ready = ahead;
            next = null;
        }
        Painted now = ready;
        if (now == null) {
            request(wallMillis);
            return null;
        }
        if (wallMillis + LEAP_MILLIS < now.fromMillis()) {
            request(wallMillis);
        } else if (next == null && wallMillis > now.untilMillis() - AHEAD_MILLIS) {
            request(Math.max(wallMillis, now.untilMillis()));
        }
        return now.sprite();
    }

    private void request(long forMillis) {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        paintForMillis = forMillis;
        try {
            workshop.executor().execute(job);
        } catch (RejectedExecutionException _) {
            // The show is closing; what is there stays.
            busy.set(false);
        }
    }

    private void paint() {
        try {
            if (wanted) {
                long forMillis = paintForMillis;
                Painted made = paint(forMillis);
                if (ready == null || forMillis <= workshop.time().millis()) {
                    ready = made;
                } else {
                    next = made;
                }
            }
        } finally {
            busy.set(false);
        }
    }

    private Painted paint(long forMillis) {
        try {
            Painting painting = workshop.painter()
                    .paint(key.layer(), key.kit(), workshop.format(), Instant.ofEpochMilli(forMillis));
            long until = millis(painting.validUntil());
            return new Painted(Sprite.of(painting), forMillis, Math.max(until, forMillis + 1), painting.complaint());
        } catch (RuntimeException | Error e) {
            log.warn("The layer {} could not be painted", key.layer().id(), e);
            Painted before = ready;
            Sprite sprite = before == null ? Sprite.EMPTY : before.sprite();
            return new Painted(sprite, forMillis, forMillis + RETRY_MILLIS, String.valueOf(e.getMessage()));
        }
    }

    private static long millis(Instant until) {
        return until.isAfter(Instant.ofEpochSecond(1L << 40)) ? Long.MAX_VALUE : until.toEpochMilli();
    }
}
