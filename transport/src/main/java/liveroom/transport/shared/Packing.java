package liveroom.transport.shared;

/// How many packets of sound are sent as one. A message costs much for each viewer, however short it is: everybody on
/// its way is woken for it. So the more viewers there are, the more a little delay is worth.
enum Packing {
    /// As they come: the sound is heard soonest.
    SINGLE(1),
    /// Two: what that delays the sound is less than pictures need anyway.
    PAIRS(2),
    /// All that come between two pictures, right behind the second, so that no message of sound travels alone: viewers
    /// hear and see the show some 30 ms later. At 25 pictures a second four come with each; five at most, should
    /// pictures be late, or none be sent.
    WITH_PICTURES(5);

    private static final int FEW = 8;
    private static final int CROWD = 16;
    /// A crowd that loses some, and finds others, stays as it was.
    private static final int CROWD_STILL = 12;

    /// Packets that are sent at once.
    final int most;

    Packing(int most) {
        this.most = most;
    }

    /// From now on, with so many viewers.
    Packing next(int viewers) {
        if (viewers >= (this == WITH_PICTURES ? CROWD_STILL : CROWD)) {
            return WITH_PICTURES;
        }
        return viewers >= FEW ? PAIRS : SINGLE;
    }
}
