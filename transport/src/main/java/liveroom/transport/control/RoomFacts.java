package liveroom.transport.control;

/// What a producer is told of the room, to watch the program as a viewer does.
///
/// @param key the viewers' key
/// @param state as in the room's own state: `waiting`, `live`, `full` or `ended`
public record RoomFacts(String id, String title, String key, String state, int viewers) {
    /// Leaves the key out.
    @Override
    public String toString() {
        return "facts of room " + id;
    }
}
