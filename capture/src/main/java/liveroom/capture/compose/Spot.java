package liveroom.capture.compose;

import liveroom.capture.scene.Look.Blend;

/// Where and how an overlay is drawn this time. Its owner sets it for each picture. All places are
/// even.
final class Spot {
    /// Of the overlay's column `from`, in the picture; may be negative.
    int x;

    int y;
    int from;
    int columns;
    /// 0 to [RowBlend#FULL].
    int opacity = RowBlend.FULL;

    Blend blend = Blend.NORMAL;

    void at(int newX, int newY) {
        x = newX;
        y = newY;
    }

    void columns(int first, int count) {
        from = first;
        columns = count;
    }
}
