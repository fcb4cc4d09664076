package liveroom.transport.shared;

import java.util.function.Consumer;
import liveroom.encoder.Rung;
import org.jspecify.annotations.Nullable;

/// What one viewer is sent, and what it is spared. Confined to the thread `shared-lane`.
///
/// No more than [#QUEUE_MILLIS] of the rung wait in its channel. What would wait longer is not sent, up to the next
/// keyframe that finds room; sound goes on.
final class Served {
    static final int QUEUE_MILLIS = 150;
    /// Even at a low rung some packets of sound and a picture may wait.
    private static final int MIN_QUEUE_BYTES = 6_000;
    /// Keyframes and bursts for newcomers are larger than their share; they have had this long to leave.
    private static final long GRACE_NANOS = 700_000_000L;
    /// Sound and reports wait for no keyframe, but a viewer that takes nothing is not sent them without end.
    private static final int SOUND_QUEUES = 3;

    private final Outlet outlet;
    private final Consumer<Rung> onRung;
    private final ViewerCounts counts = new ViewerCounts();
    private @Nullable PictureSource current;
    private @Nullable PictureSource wanted;
    private Flow flow = Flow.WAITING;
    private long pendingBytes;
    private long graceBytes;
    private long graceNanos;
    private boolean open = true;

    /// How the viewer's pictures come along.
    private enum Flow {
        RUNNING,
        /// A reference is gone: nothing until the next keyframe.
        WAITING,
        /// Too much waits in the channel: nothing until that is less, and then not before a keyframe.
        FULL
    }

    /// @param onRung hears at which rung the viewer is from its next picture on
    Served(Outlet outlet, Consumer<Rung> onRung) {
        this.outlet = outlet;
        this.onRung = onRung;
    }

    ViewerCounts counts() {
        return counts;
    }

    boolean isOpen() {
        return open;
    }

    @Nullable
    PictureSource current() {
        return current;
    }

    /// Begins with a rung, or goes over to one: at its next keyframe, or at once from its last one if that is fresh and
    /// the viewer has been sent nothing yet. Until then it stays where it was.
    void want(PictureSource source, long nowNanos) {
        if (source == wanted) {
            return;
        }
        PictureSource before = wanted;
        boolean running = source.isUsed();
        if (source != current) {
            source.use();
        }
        wanted = source;
        if (before != null && before != current) {
            before.unuse();
        }
        if (current == null && source.isFresh(nowNanos)) {
            burst(source, nowNanos);
        } else if (source != current && running) {
            source.requestKeyframe(nowNanos);
        }
    }

    private void burst(PictureSource source, long nowNanos) {
        goOver(source);
        for (Message picture : source.group()) {
            send(picture);
            grace(picture.bytes(), nowNanos);
        }
    }

    private void goOver(PictureSource source) {
        PictureSource before = current;
        current = source;
        flow = Flow.RUNNING;
        if (before != null && before != source) {
            before.unuse();
        }
        if (before != source) {
            onRung.accept(source.rung);
        }
    }

    /// The viewer cannot decode on.
    void keyframeWanted(int ssrc, long nowNanos) {
        PictureSource source = current;
        if (source != null && source.rtp.ssrc() == ssrc && flow == Flow.RUNNING) {
            flow = Flow.WAITING;
            counts.keyframeWanted();
            source.requestKeyframe(nowNanos);
        }
    }

    /// A picture of this rung was lost before anybody was sent it.
    void referenceLost(PictureSource source) {
        if (source == current && flow == Flow.RUNNING) {
            flow = Flow.WAITING;
        }
    }

    void offerPicture(PictureSource source, Message picture, long nowNanos) {
        if (source != wanted && source != current) {
            return;
        }
        if (picture.isKeyframe() && source == wanted && hasRoom(nowNanos)) {
            goOver(source);
            send(picture);
            grace(picture.bytes(), nowNanos);
            return;
        }
        if (source != current) {
            return;
        }
        if (flow == Flow.RUNNING && hasRoom(nowNanos)) {
            send(picture);
            if (picture.isKeyframe()) {
                grace(picture.bytes(), nowNanos);
            }
            return;
        }
        counts.pictureDropped();
        if (flow == Flow.RUNNING) {
            flow = Flow.FULL;
            counts.becameFull();
        } else if (flow == Flow.FULL && queueBytes() <= limitBytes() / 3) {
            flow = Flow.WAITING;
            source.requestKeyframe(nowNanos);
        }
    }

    void offerSound(Message message, long nowNanos) {
        boolean room = pendingBytes <= SOUND_QUEUES * limitBytes() || queueBytes() <= SOUND_QUEUES * limitBytes();
        if (room || graceLeft(nowNanos) > 0) {
            send(message);
        } else {
            counts.soundDropped();
        }
    }

    /// Bytes that wait in the channel, asked anew.
    long queueBytes() {
        pendingBytes = outlet.bufferedBytes();
        return pendingBytes;
    }

    /// Lets go of its rungs. The outlet is used no more.
    void end() {
        open = false;
        PictureSource sent = current;
        PictureSource next = wanted;
        current = null;
        wanted = null;
        if (sent != null) {
            sent.unuse();
        }
        if (next != null && next != sent) {
            next.unuse();
        }
    }

    /// The channel is asked only when it may hold too much, since asking costs as much as sending.
    private boolean hasRoom(long nowNanos) {
        long limit = limitBytes() + graceLeft(nowNanos);
        return pendingBytes <= limit || queueBytes() <= limit;
    }

    private long limitBytes() {
        PictureSource source = current != null ? current : wanted;
        int kbps = source == null ? 0 : source.rung.kbps();
        return Math.max(MIN_QUEUE_BYTES, (long) kbps * QUEUE_MILLIS / Byte.SIZE);
    }

    private void grace(int bytes, long nowNanos) {
        graceBytes = graceLeft(nowNanos) + bytes;
        graceNanos = nowNanos;
    }

    private long graceLeft(long nowNanos) {
        double left = 1 - (nowNanos - graceNanos) / (double) GRACE_NANOS;
        return left <= 0 ? 0 : (long) (graceBytes * left);
    }

    private void send(Message message) {
        if (!open) {
            return;
        }
        if (outlet.send(message.exact())) {
            pendingBytes += message.bytes();
            counts.sent(message);
        } else {
            open = false;
        }
    }
}
