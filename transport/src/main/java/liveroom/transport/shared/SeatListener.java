package liveroom.transport.shared;

import liveroom.encoder.Rung;

/// Hears what the shared lane decides about one viewer. Called on the thread `shared-lane`, so it returns at once.
public interface SeatListener {
    /// The viewer is served on the shared lane, at this rung from the next picture on.
    void atRung(Rung rung);

    /// The viewer is served on the shared lane with the sound alone, from now on.
    void soundAlone();

    /// The viewer's tracks are to serve it. One of the [TrackEncoders] has been taken for that. The shared lane
    /// goes on for a moment, and tries again later by itself.
    void toTracks();

    /// The viewer should have so many connections, its own included: further ones are to be opened and told to its
    /// [Seat], or all of them taken from there and closed.
    void connections(int wanted);
}
