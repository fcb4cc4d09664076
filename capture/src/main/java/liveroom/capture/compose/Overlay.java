package liveroom.capture.compose;

/// A picture with transparency, ready to be blended: planes of BT.709 limited range, multiplied by
/// alpha, chroma at half resolution and sited left (ITU-T H.264, figure E-1, type 0). No value
/// exceeds its alpha. Width and height are even.
///
/// One writer, before it is handed on; then free-threaded.
final class Overlay {
    final int width;
    final int height;
    final byte[] luma;
    final byte[] blue;
    final byte[] red;
    final Mask lumaMask;
    final Mask chromaMask;

    /// A transparent one.
    Overlay(int width, int height) {
        this.width = width;
        this.height = height;
        this.luma = new byte[width * height];
        this.blue = new byte[width * height / 4];
        this.red = new byte[width * height / 4];
        this.lumaMask = new Mask(width, height);
        this.chromaMask = new Mask(width / 2, height / 2);
    }

    void classify() {
        lumaMask.classify();
        chromaMask.classify();
    }

    byte[] plane(int index) {
        return switch (index) {
            case 0 -> luma;
            case 1 -> blue;
            default -> red;
        };
    }

    Mask mask(int index) {
        return index == 0 ? lumaMask : chromaMask;
    }

    /// The first column from which on nothing shows through; `width` if there is none.
    int opaqueFrom() {
        return Math.max(lumaMask.opaqueFrom(), 2 * chromaMask.opaqueFrom());
    }
}
