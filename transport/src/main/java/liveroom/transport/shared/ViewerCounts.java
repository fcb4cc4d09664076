package liveroom.transport.shared;

import java.util.Optional;
import liveroom.encoder.Rung;

/// What has been done for one viewer since it came. Confined to the thread `shared-lane`.
final class ViewerCounts {
    private long pictures;
    private long pictureBytes;
    private long soundBytes;
    private long droppedPictures;
    private long droppedSound;
    private long timesFull;
    private long keyframesWanted;

    void sent(Message message) {
        switch (message.kind()) {
            case KEYFRAME, DELTA -> {
                pictures++;
                pictureBytes += message.bytes();
            }
            case SOUND, REPORT -> soundBytes += message.bytes();
        }
    }

    void pictureDropped() {
        droppedPictures++;
    }

    void soundDropped() {
        droppedSound++;
    }

    void becameFull() {
        timesFull++;
    }

    void keyframeWanted() {
        keyframesWanted++;
    }

    long timesFull() {
        return timesFull;
    }

    SeatFigures look(long atNanos, Optional<Rung> rung, ChannelQueue queue) {
        return new SeatFigures(
                atNanos,
                rung,
                pictures,
                pictureBytes,
                soundBytes,
                droppedPictures,
                droppedSound,
                timesFull,
                keyframesWanted,
                queue.pendingBytes(),
                queue.connections());
    }
}
