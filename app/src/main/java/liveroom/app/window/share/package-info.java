/// The link for viewers: shown, copied, as a QR code, renewed.
@NullMarked
package liveroom.app.window.share;

import org.jspecify.annotations.NullMarked;
