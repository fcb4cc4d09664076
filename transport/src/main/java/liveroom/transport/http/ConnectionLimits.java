package liveroom.transport.http;

import java.time.Duration;

/// How much of the door one sender may hold.
///
/// @param perAddress connections of one address at a time
/// @param forOneRequest from the end of one answer, or the connection's beginning, to the end of the next
record ConnectionLimits(int perAddress, Duration forOneRequest) {
    /// A class behind one address has room: sixty browsers with six connections each, while they load.
    static final ConnectionLimits USUAL = new ConnectionLimits(400, Duration.ofSeconds(20));

    /// How often connections are looked at.
    Duration period() {
        return forOneRequest.dividedBy(4);
    }
}
