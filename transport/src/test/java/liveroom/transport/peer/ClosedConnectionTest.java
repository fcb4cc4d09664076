package liveroom.transport.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import org.junit.jupiter.api.Test;

/// What [ClosedConnection] takes the library to be. Should this fail with a newer one, which releases what it closes,
/// then that class has to go.
final class ClosedConnectionTest {
    /// Never disposed, as is the library's wish.
    private static final PeerConnectionFactory FACTORY =
            new PeerConnectionFactory(new AudioDeviceModule(AudioLayer.kDummyAudio));

    private static final PeerConnectionObserver NOBODY = _ -> {};

    @Test
    void close_byTheLibrary_keepsExactlyOneReference() {
        assumeThat(ClosedConnection.isKnownHere()).isTrue();
        RTCPeerConnection connection = FACTORY.createPeerConnection(new RTCConfiguration(), NOBODY);
        long address = ClosedConnection.address(connection);
        ClosedConnection.call(address, ClosedConnection.ADD_REFERENCE);

        connection.close();

        assertThat(ClosedConnection.call(address, ClosedConnection.RELEASE))
                .as("ours given up, the library's left")
                .isNotEqualTo(ClosedConnection.DROPPED_LAST);
        assertThat(ClosedConnection.call(address, ClosedConnection.RELEASE))
                .as("the library's given up, none left")
                .isEqualTo(ClosedConnection.DROPPED_LAST);
    }
}
