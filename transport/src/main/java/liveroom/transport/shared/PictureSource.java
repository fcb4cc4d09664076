package liveroom.transport.shared;

import java.util.ArrayDeque;
import liveroom.capture.media.CaptureLag;
import liveroom.encoder.AccessUnit;
import liveroom.encoder.EncodedProgram;
import liveroom.encoder.PacketSink;
import liveroom.encoder.Rung;
import liveroom.transport.rtp.RtpStream;

/// One rung on its way to viewers, with the pictures since its last keyframe while that is fresh. Confined to
/// the thread `shared-lane`.
final class PictureSource extends Source {
    /// While a keyframe is younger than this the encoder makes no other, and a newcomer is served from it at once.
    static final long FRESH_NANOS = 1_000_000_000L;
    /// Longer than a keyframe may take to come.
    private static final long PATIENCE_NANOS = 2_000_000_000L;

    final Rung rung;
    private final EncodedProgram program;
    private final PacketSink<AccessUnit> sink = this::take;
    private final ArrayDeque<Message> group = new ArrayDeque<>();
    private int groupBytes;
    private long keyframeNanos;
    private long requestNanos;
    private boolean requested;

    PictureSource(EncodedProgram program, Rung rung, RtpStream rtp, CaptureLag lag, Inbox inbox) {
        super(rtp, lag, inbox);
        this.program = program;
        this.rung = rung;
    }

    @Override
    void start(long nowNanos) {
        requested = true; // as good as
        requestNanos = nowNanos;
        program.addVideo(rung, sink);
    }

    @Override
    void stop() {
        program.removeVideo(rung, sink);
        requested = false;
        forget();
    }

    /// Asks for a keyframe, unless one that was asked for has yet to come.
    void requestKeyframe(long nowNanos) {
        if (!requested || nowNanos - requestNanos > PATIENCE_NANOS) {
            requested = true;
            requestNanos = nowNanos;
            program.requestKeyframe(rung);
        }
    }

    /// Asks for a keyframe, since one of the stream's packets is gone, which may have been one.
    void lost(long nowNanos) {
        forget();
        requested = false;
        requestKeyframe(nowNanos);
    }

    /// Keeps a picture that was just made, by one more reference, if it can be of use to a newcomer.
    void keep(Message picture, long nowNanos) {
        if (picture.isKeyframe()) {
            forget();
            requested = false;
            keyframeNanos = nowNanos;
            add(picture);
        } else if (isFresh(nowNanos)) {
            add(picture);
        } else {
            forget();
        }
    }

    private void add(Message picture) {
        group.add(picture.retain());
        groupBytes += picture.bytes();
    }

    private void forget() {
        group.forEach(Message::close);
        group.clear();
        groupBytes = 0;
    }

    /// Whether [#group()] begins with a keyframe that is fresh, and lacks nothing.
    boolean isFresh(long nowNanos) {
        return !group.isEmpty() && nowNanos - keyframeNanos <= FRESH_NANOS;
    }

    int groupBytes() {
        return groupBytes;
    }

    /// The pictures since the last keyframe, still the source's own.
    Iterable<Message> group() {
        return group;
    }
}
