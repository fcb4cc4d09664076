package liveroom.transport.shared;

import java.util.Optional;
import liveroom.encoder.Rung;

/// What the shared lane has done for one viewer. Counts are since it came.
///
/// @param atNanos when it was looked at, on the studio's clock
/// @param rung the one it is sent, or is about to be; empty for the sound alone
/// @param droppedPictures spared because too much waited, or because they cannot be decoded without one that was
/// @param droppedSound packets of sound spared because the viewer took nothing at all
/// @param timesFull how often too much waited
/// @param keyframesWanted how often the viewer could not decode on
/// @param queueBytes what waits in its channel, or channels
/// @param connections over which it is sent what it is sent
public record SeatFigures(
        long atNanos,
        Optional<Rung> rung,
        long pictures,
        long pictureBytes,
        long soundBytes,
        long droppedPictures,
        long droppedSound,
        long timesFull,
        long keyframesWanted,
        long queueBytes,
        int connections) {}
