package liveroom.encoder;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import liveroom.capture.media.FrameQueue;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.MediaFrame;
import liveroom.capture.media.StageMeter;
import liveroom.capture.media.StageStats;
import liveroom.capture.media.StudioClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One encoder on its thread, from a bounded queue of frames to the sinks of its packets. The codec is open only while
/// there is a sink; without one, frames are refused at once and the thread sleeps. A codec that fails is replaced, and
/// if none works it is tried again every [#RETRY]; whatever happens, the producer of the frames sees no more than a
/// refusal.
final class EncoderStage<F extends MediaFrame, P extends EncodedPacket> implements FrameSink<F>, AutoCloseable {
    /// Between two attempts while no codec works.
    static final Duration RETRY = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Logger LOG = LoggerFactory.getLogger(EncoderStage.class);

    private final StudioClock clock;
    private final Codecs<F, P> codecs;
    private final Runnable onStatus;
    private final FrameQueue<F> frames;
    private final CopyOnWriteArrayList<PacketSink<P>> sinks = new CopyOnWriteArrayList<>();
    private final StageMeter meter = new StageMeter();
    private final BitrateMeter bitrate = new BitrateMeter();
    private final AgeMeter age = new AgeMeter();
    private final LongAdder missed = new LongAdder();
    private final PacketSink<P> delivery = this::deliver;
    private final Thread thread;
    private volatile EncoderStatus status = new EncoderStatus.Idle();
    private volatile boolean closed;
    private @Nullable Encoder<F, P> encoder;
    private long retryAtNanos;
    private long failures;
    private long failedAtNanos;

    /// @param threads asked for one
    /// @param onStatus called on the stage's thread
    EncoderStage(ThreadFactory threads, int queued, StudioClock clock, Codecs<F, P> codecs, Runnable onStatus) {
        this.clock = clock;
        this.codecs = codecs;
        this.onStatus = onStatus;
        this.frames = new FrameQueue<>(queued);
        this.thread = threads.newThread(this::run);
    }

    void start() {
        thread.start();
    }

    @Override
    public boolean offer(F frame) {
        if (sinks.isEmpty()) {
            return false;
        }
        meter.entered();
        boolean taken = frames.offer(frame);
        if (!taken) {
            miss();
        }
        if (sinks.isEmpty()) {
            discardQueued(); // the last sink left meanwhile, and for the next one this frame would be an old one
        }
        return taken;
    }

    void add(PacketSink<P> sink) {
        sinks.addIfAbsent(sink);
        LockSupport.unpark(thread);
    }

    void remove(PacketSink<P> sink) {
        sinks.remove(sink);
    }

    EncoderStatus status() {
        return status;
    }

    StageStats stats() {
        return meter.stats();
    }

    /// Frames that there were sinks for and that were not encoded. Of what is dropped, only these are missed.
    long missed() {
        return missed.sum();
    }

    private void miss() {
        meter.dropped();
        missed.increment();
    }

    double kbps() {
        return bitrate.kbps(clock.nanos());
    }

    /// From capture until encoded, smoothed; empty while nothing leaves.
    OptionalDouble ageNanos() {
        return age.ageNanos(clock.nanos());
    }

    /// Ends the thread and frees the codec.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        frames.close();
    }

    private void run() {
        try {
            while (!closed) {
                if (sinks.isEmpty()) {
                    rest();
                } else {
                    work();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeEncoder();
            frames.close();
            become(new EncoderStatus.Closed());
        }
    }

    private void rest() {
        closeEncoder();
        discardQueued();
        if (!(status instanceof EncoderStatus.Idle)) {
            become(new EncoderStatus.Idle());
        }
        if (sinks.isEmpty() && !closed) {
            LockSupport.park(this);
        }
    }

    private void work() throws InterruptedException {
        F next = frames.take(PATIENCE);
        if (next == null) {
            return;
        }
        try (F frame = next) {
            Encoder<F, P> ready = readyEncoder();
            if (ready == null) {
                miss();
                return;
            }
            long started = clock.nanos();
            ready.encode(frame, delivery);
            meter.left(clock.nanos() - started);
        } catch (EncoderException | RuntimeException | Error e) {
            failed(e);
        }
    }

    private @Nullable Encoder<F, P> readyEncoder() {
        Encoder<F, P> ready = encoder;
        boolean waiting = status instanceof EncoderStatus.Failed && clock.nanos() - retryAtNanos < 0;
        if (ready != null || waiting) {
            return ready;
        }
        try {
            Encoder<F, P> opened = codecs.open();
            encoder = opened;
            become(new EncoderStatus.Running(opened.description()));
            return opened;
        } catch (EncoderException e) {
            waitAfter(e);
        } catch (LinkageError e) {
            waitAfter(new EncoderException(
                    EncoderException.Code.NO_ENCODER, "FFmpeg's libraries cannot be loaded: " + e.getMessage(), e));
        }
        return null;
    }

    /// At once to the next codec; but a second failure soon after the first waits, or it would be tried at every frame.
    private void failed(Throwable cause) {
        LOG.warn("{}: {}", thread.getName(), cause.toString());
        miss();
        Encoder<F, P> broken = encoder;
        if (broken != null) {
            codecs.failed(broken, cause);
        }
        closeEncoder();
        long now = clock.nanos();
        if (failures++ > 0 && now - failedAtNanos < RETRY.toNanos()) {
            waitAfter(new EncoderException(EncoderException.Code.ENCODE_FAILED, String.valueOf(cause.getMessage())));
        }
        failedAtNanos = now;
    }

    private void waitAfter(EncoderException cause) {
        if (!(status instanceof EncoderStatus.Failed)) {
            LOG.warn("{}: {}", thread.getName(), cause.getMessage());
        }
        retryAtNanos = clock.nanos() + RETRY.toNanos();
        become(new EncoderStatus.Failed(cause.code(), cause.getMessage()));
    }

    private boolean deliver(P packet) {
        bitrate.add(clock.nanos(), packet.payload().byteSize());
        age.add(packet.timing());
        for (PacketSink<P> sink : sinks) {
            try {
                sink.offer(packet);
            } catch (RuntimeException e) {
                LOG.error("a sink of {} threw and is removed", thread.getName(), e);
                sinks.remove(sink);
            }
        }
        return true;
    }

    private void discardQueued() {
        F frame = frames.poll();
        while (frame != null) {
            frame.close();
            meter.dropped();
            frame = frames.poll();
        }
    }

    private void closeEncoder() {
        Encoder<F, P> open = encoder;
        encoder = null;
        if (open != null) {
            codecs.closing(open);
            open.close();
        }
    }

    private void become(EncoderStatus next) {
        if (!next.equals(status)) {
            status = next;
            try {
                onStatus.run();
            } catch (RuntimeException e) {
                LOG.error("told of {}", next, e);
            }
        }
    }

    /// Where the stage has its codecs from. Called on the stage's thread.
    interface Codecs<F extends MediaFrame, P extends EncodedPacket> {
        Encoder<F, P> open() throws EncoderException;

        /// The encoder is about to be closed: requests must not reach it any more.
        void closing(Encoder<F, P> encoder);

        /// The encoder broke in use.
        void failed(Encoder<F, P> encoder, Throwable cause);
    }
}
