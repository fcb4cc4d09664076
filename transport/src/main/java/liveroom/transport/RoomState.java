package liveroom.transport;

/// What the room is at, as viewers are told.
public enum RoomState {
    /// Not live yet.
    WAITING,
    LIVE,
    /// The show is over; there may be another.
    ENDED
}
