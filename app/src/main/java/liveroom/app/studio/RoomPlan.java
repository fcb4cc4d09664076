package liveroom.app.studio;

import liveroom.app.page.PageFiles;
import liveroom.app.settings.RoomPass;
import liveroom.app.settings.Settings;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.encoder.ProgramEncoder;
import liveroom.transport.Lane;
import liveroom.transport.Room;
import liveroom.transport.RoomSettings;
import liveroom.transport.TransportException;

/// The room as the settings want it.
final class RoomPlan {
    private RoomPlan() {}

    /// A room that does not listen yet; it takes packets of `encoder` if it offers the shared lane.
    static Room room(Settings settings, VideoFormat format, StudioClock clock, ProgramEncoder encoder)
            throws TransportException {
        return new Room(of(settings, format), clock, settings.network().lane() == Lane.SHARED ? encoder : null);
    }

    private static RoomSettings of(Settings settings, VideoFormat format) throws TransportException {
        Settings.Network network = settings.network();
        RoomPass pass = settings.room();
        return new RoomSettings(
                pass.id(),
                pass.key(),
                pass.title(),
                Sharing.address(network.bind()),
                network.port(),
                network.maxViewers(),
                network.maxPerAddress(),
                IceServers.of(network),
                settings.picture().bitrateKbps(),
                settings.picture().fps(),
                format,
                PageFiles.ofViewers());
    }
}
