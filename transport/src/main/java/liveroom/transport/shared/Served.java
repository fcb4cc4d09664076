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
    /// Sound and reports wait for no keyframe, but a viewer that takes nothing is not sent them without end.
    private static final int SOUND_QUEUES = 3;
    /// For so long a keyframe may be under way before it is given up.
    private static final long UNDER_WAY_NANOS = 500_000_000L;
    private static final long NEVER = Long.MIN_VALUE / 4;

    private final ChannelQueue queue;
    private final LaneControl control;
    private final Consumer<Rung> onRung;
    private final ViewerCounts counts = new ViewerCounts();
    private final SentTimes sentTimes = new SentTimes();
    /// What it is sent.
    private @Nullable PictureSource current;
    /// What it is to be sent, used already.
    private @Nullable PictureSource next;
    /// What it is to be sent once the channel has emptied.
    private @Nullable PictureSource later;
    private Flow flow = Flow.WAITING;
    private long keyframeNanos = NEVER;
    /// Until then no pictures are sent.
    private long heldNanos = NEVER;
    private Pictures pictures = Pictures.WANTED;

    private enum Pictures {
        WANTED,
        /// The sound alone is sent, to who has been sent pictures before.
        NONE
    }

    /// How the viewer's pictures come along.
    private enum Flow {
        RUNNING,
        /// A reference is gone: nothing until the next keyframe.
        WAITING,
        /// Too much waits in the channel: nothing until that is less, and then not before a keyframe.
        FULL
    }

    /// @param control told when too much waits
    /// @param onRung hears at which rung the viewer is from its next picture on
    Served(Outlet outlet, LaneControl control, Consumer<Rung> onRung) {
        queue = new ChannelQueue(outlet);
        this.control = control;
        this.onRung = onRung;
    }

    ViewerCounts counts() {
        return counts;
    }

    ChannelQueue queue() {
        return queue;
    }

    /// The rung it is sent, if it has been sent any.
    @Nullable
    PictureSource current() {
        return current;
    }

    /// Begins with a rung, or goes over to one: at its next keyframe, or from its last one if that is fresh and the
    /// viewer has been sent nothing yet. Until then it stays where it was. What a full channel holds leaves first.
    void want(PictureSource source, long nowNanos) {
        if (flow == Flow.FULL) {
            later = source;
        } else if (source != (next == null ? current : next)) {
            goFor(source, nowNanos);
        }
    }

    private void goFor(PictureSource source, long nowNanos) {
        PictureSource given = next;
        next = null;
        if (source != current) {
            boolean running = source.isUsed();
            source.use(nowNanos);
            next = source;
            boolean newcomer = current == null && pictures == Pictures.WANTED;
            long most = newcomer ? Long.MAX_VALUE : 2 * limitBytes(source);
            if (source.isFresh(nowNanos) && flow != Flow.RUNNING && source.groupBytes() <= most) {
                burst(source, nowNanos);
            } else if (running) {
                source.requestKeyframe(nowNanos);
            }
        }
        if (given != null) {
            given.unuse();
        }
    }

    private void burst(PictureSource source, long nowNanos) {
        goOver(source);
        queue.allow(source.groupBytes(), nowNanos);
        for (Message picture : source.group()) {
            sendPicture(picture, limitBytes(source), nowNanos);
        }
    }

    private void goOver(PictureSource source) {
        PictureSource before = current;
        flow = Flow.RUNNING;
        if (before != source) {
            current = source;
            next = null;
            sentTimes.clear();
            pictures = Pictures.WANTED;
            if (before != null) {
                before.unuse();
            }
            onRung.accept(source.rung);
        }
    }

    /// The viewer cannot decode on. Returns whether that is news: it is not while a keyframe may be under way.
    boolean keyframeWanted(int ssrc, long nowNanos) {
        PictureSource source = current;
        if (source == null || source.rtp.ssrc() != ssrc) {
            return false;
        }
        if (isStranded()) {
            source.requestKeyframe(nowNanos);
        }
        if (flow != Flow.RUNNING || nowNanos - keyframeNanos < UNDER_WAY_NANOS) {
            return false;
        }
        flow = Flow.WAITING;
        counts.keyframeWanted();
        source.requestKeyframe(nowNanos);
        return true;
    }

    /// How long ago the viewer was sent a picture of its rung; not a number if it is sent none, or others by now.
    double sentAgoMillis(int ssrc, int sequence, long nowNanos) {
        PictureSource source = current;
        boolean known = source != null && source.rtp.ssrc() == ssrc && flow == Flow.RUNNING;
        return known ? sentTimes.agoMillis(sequence, nowNanos) : Double.NaN;
    }

    /// Sends no pictures until then, so that what waits on the way can leave, and goes on with another rung.
    void hold(PictureSource source, long untilNanos) {
        flow = Flow.FULL;
        counts.becameFull();
        later = source;
        heldNanos = untilNanos;
    }

    /// A picture of this rung was lost before anybody was sent it.
    void referenceLost(PictureSource source) {
        if (source == current && flow == Flow.RUNNING) {
            flow = Flow.WAITING;
        }
    }

    void offerPicture(PictureSource source, Message picture, long nowNanos) {
        if (source == next && picture.isKeyframe() && flow != Flow.FULL) {
            goOver(source);
            sendKeyframe(picture, limitBytes(source), nowNanos);
        } else if (source == current) {
            offerCurrent(source, picture, nowNanos);
        }
    }

    private void offerCurrent(PictureSource source, Message picture, long nowNanos) {
        boolean room = nowNanos - heldNanos >= 0 && queue.isWithin(limitBytes(source), nowNanos);
        if (flow == Flow.RUNNING && !room) {
            flow = Flow.FULL;
            counts.becameFull();
            control.channelFull(nowNanos, queue.throughKbps());
        } else if (isStranded() && picture.isKeyframe() && !room) {
            flow = Flow.FULL;
            counts.becameFull();
        } else if (flow != Flow.RUNNING && room && picture.isKeyframe() && isGoal(source)) {
            flow = Flow.RUNNING;
            later = null;
        } else if (flow == Flow.FULL && nowNanos - heldNanos >= 0) {
            PictureSource goal = later == null ? source : later;
            if (queue.ask(nowNanos) <= limitBytes(goal) / 2) {
                flow = Flow.WAITING;
                resume(goal, nowNanos);
            }
        }
        if (flow != Flow.RUNNING) {
            counts.pictureDropped();
        } else if (source == current) {
            if (picture.isKeyframe()) {
                sendKeyframe(picture, limitBytes(source), nowNanos);
            } else {
                sendPicture(picture, limitBytes(source), nowNanos);
            }
        }
    }

    /// Whether nothing but a keyframe of its own rung helps: none of another is to come.
    private boolean isStranded() {
        return flow == Flow.WAITING && next == null;
    }

    /// Whether it is to be sent this rung once the channel has emptied.
    private boolean isGoal(PictureSource source) {
        return later == null || later == source;
    }

    private void resume(PictureSource goal, long nowNanos) {
        later = null;
        goFor(goal, nowNanos);
        if (goal == current && flow == Flow.WAITING) {
            goal.requestKeyframe(nowNanos);
        }
    }

    /// Sends no pictures until a rung is wanted again. Returns whether that is news.
    boolean wantSoundAlone() {
        if (pictures == Pictures.NONE && next == null) {
            return false;
        }
        rest();
        pictures = Pictures.NONE;
        return true;
    }

    void offerSound(Message message, long nowNanos) {
        PictureSource source = current == null ? next : current;
        if (source == null && pictures == Pictures.WANTED) {
            return;
        }
        long limitBytes = source == null ? MIN_QUEUE_BYTES : limitBytes(source);
        if (queue.isWithin(SOUND_QUEUES * limitBytes, nowNanos)) {
            send(message, limitBytes, nowNanos);
        } else {
            counts.soundDropped();
        }
    }

    /// Lets go of its rungs: the outlet is not used until one is wanted again.
    void rest() {
        PictureSource sent = current;
        PictureSource wanted = next;
        current = null;
        next = null;
        later = null;
        flow = Flow.WAITING;
        heldNanos = NEVER;
        pictures = Pictures.WANTED;
        if (sent != null) {
            sent.unuse();
        }
        if (wanted != null) {
            wanted.unuse();
        }
    }

    private static long limitBytes(PictureSource source) {
        return Math.max(MIN_QUEUE_BYTES, (long) source.rung.kbps() * QUEUE_MILLIS / Byte.SIZE);
    }

    private void sendKeyframe(Message picture, long limitBytes, long nowNanos) {
        keyframeNanos = nowNanos;
        queue.allow(picture.bytes(), nowNanos);
        sendPicture(picture, limitBytes, nowNanos);
    }

    private void sendPicture(Message picture, long limitBytes, long nowNanos) {
        sentTimes.note(picture.sequence(), nowNanos);
        send(picture, limitBytes, nowNanos);
    }

    private void send(Message message, long limitBytes, long nowNanos) {
        if (queue.send(message, limitBytes, nowNanos)) {
            counts.sent(message);
        }
    }
}
