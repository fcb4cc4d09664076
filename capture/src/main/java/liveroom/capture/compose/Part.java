package liveroom.capture.compose;

/// One of the pictures that a layer is made of. Confined to the thread of its compositor.
sealed interface Part permits GraphicPart, MovingPart, SlatePart {
    /// Whether there is something to draw, now or before.
    boolean isThere();

    /// Asks for what it shows.
    void request(Moment moment);

    /// Takes its place for this picture.
    void arrange(Moment moment, Pose pose);

    /// Where it draws.
    Area area();

    /// Where nothing behind it is seen; empty if there is no such place.
    Area opaque();

    void draw(Canvas canvas);

    /// Gives back what it took for this picture.
    void finish();

    void close();
}
