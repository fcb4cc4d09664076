package liveroom.transport.shared;

import java.util.concurrent.atomic.AtomicInteger;
import liveroom.capture.media.CaptureLag;
import liveroom.encoder.EncodedPacket;
import liveroom.transport.rtp.RtpStream;

/// One stream of the encoded program on its way to viewers. It takes packets only while somebody uses it.
/// Confined to the thread `shared-lane`, but for [#take(EncodedPacket)].
abstract sealed class Source permits PictureSource, SoundSource {
    final RtpStream rtp;
    final CaptureLag lag;
    private final Inbox inbox;
    /// Packets since the last one that was taken.
    private final AtomicInteger refused = new AtomicInteger();
    private int users;

    Source(RtpStream rtp, CaptureLag lag, Inbox inbox) {
        this.rtp = rtp;
        this.lag = lag;
        this.inbox = inbox;
    }

    /// Begins to take packets from the encoder.
    abstract void start(long nowNanos);

    /// Takes no more.
    abstract void stop();

    /// Called on the encoder's thread.
    final boolean take(EncodedPacket packet) {
        boolean taken = inbox.offer(this, packet, refused.get());
        if (taken) {
            refused.set(0);
        } else {
            refused.incrementAndGet();
        }
        return taken;
    }

    final boolean isUsed() {
        return users > 0;
    }

    final void use(long nowNanos) {
        users++;
        if (users == 1) {
            start(nowNanos);
        }
    }

    final void unuse() {
        users--;
        if (users == 0) {
            stop();
        }
    }
}
