package liveroom.app.studio;

import liveroom.app.text.Messages;
import liveroom.encoder.EncoderStatus;

/// Tells the host of an encoder that does not work, and takes that down when it does again. Free-threaded.
record EncoderNotices(NoticeBoard notices, Messages messages) {
    /// @param subject the encoder of the picture, or that of the sound
    void look(Notice.Subject subject, EncoderStatus status) {
        switch (status) {
            case EncoderStatus.Failed failed ->
                notices.post(Notice.Severity.ERROR, subject, messages.text(key(subject), failed.detail()));
            case EncoderStatus.Running _, EncoderStatus.Idle _, EncoderStatus.Closed _ -> notices.settle(subject);
        }
    }

    private static String key(Notice.Subject subject) {
        return subject == Notice.Subject.SOUND_ENCODER ? "encoder.failed.sound" : "encoder.failed";
    }
}
