package liveroom.capture.graphics;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/// A link as a QR code (ISO/IEC 18004): black on white whatever the brand, with the quiet zone of four modules, since
/// it has to be read by any telephone from across a room.
record QrMark(QrCode code) {
    private static final int QUIET_MODULES = 4;
    /// A module smaller than this does not survive the encoder.
    private static final double LEAST_MODULE = 1 / 360.0;

    /// None if the link is too long for any code.
    static Optional<QrMark> of(String link) {
        try {
            return Optional.of(new QrMark(QrCode.encodeText(link, QrCode.Ecc.LOW)));
        } catch (DataTooLongException _) {
            return Optional.empty();
        }
    }

    private int modules() {
        return code.size + 2 * QUIET_MODULES;
    }

    /// The side of the largest code that fits, with modules of whole pixels; 0 if they would be too small.
    double side(double room, int pictureHeight) {
        int module = (int) (room / modules());
        return module < Math.max(2, pictureHeight * LEAST_MODULE) ? 0 : module * modules();
    }

    /// Draws it into a square whose side is one of those that [#side] returns.
    void draw(Sheet sheet, Rect square, double radius) {
        int module = (int) Math.rint(square.width() / modules());
        // Corners stay outside of the modules.
        sheet.fill(square.rounded(Math.min(radius, module * QUIET_MODULES)), Color.WHITE);
        int left = (int) Math.rint(square.x()) + QUIET_MODULES * module;
        int top = (int) Math.rint(square.y()) + QUIET_MODULES * module;
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    sheet.fill(
                            new Rectangle2D.Double(left + x * module, top + y * module, module, module), Color.BLACK);
                }
            }
        }
    }
}
