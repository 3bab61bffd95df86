package io.keyuan.mail.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Finds the real cause of what went wrong with a mail server, which hides behind others. */
final class Causes {

    private static final int REPLY_LENGTH = 300;
    private static final int PERMANENT = 500;

    private Causes() {}

    static MailException explained(MessagingException failure) {
        List<Throwable> chain = chain(failure);
        for (Throwable cause : chain) {
            MailTrouble trouble = trouble(cause);
            if (trouble != null) {
                return new MailException(trouble, isReply(cause) ? line(cause) : "", failure);
            }
        }
        return new MailException(MailTrouble.FAILED, line(chain.getLast()), failure);
    }

    /** The innermost first: a refused recipient is within a refused letter. */
    private static List<Throwable> chain(MessagingException failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !chain.contains(cause); cause = next(cause)) {
            chain.addFirst(cause);
        }
        return chain;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof MessagingException mail && mail.getNextException() != null ? mail.getNextException() : cause.getCause();
    }

    private static @Nullable MailTrouble trouble(Throwable cause) {
        return switch (cause) {
            case UnknownHostException unknown -> MailTrouble.HOST_UNKNOWN;
            case SocketTimeoutException slow -> MailTrouble.TIMED_OUT;
            case ConnectException refused -> MailTrouble.REFUSED;
            case NoRouteToHostException nowhere -> MailTrouble.REFUSED;
            case CertificateException untrusted -> MailTrouble.CERTIFICATE_UNTRUSTED;
            case SSLException failed -> MailTrouble.TLS_FAILED;
            case AuthenticationFailedException wrong -> MailTrouble.PASSWORD_WRONG;
            case SMTPAddressFailedException recipient -> judged(recipient.getReturnCode(), MailTrouble.RECIPIENT_REFUSED);
            case SMTPSenderFailedException sender -> MailTrouble.SENDER_REFUSED;
            case SMTPSendFailedException letter -> judged(letter.getReturnCode(), MailTrouble.LETTER_REFUSED);
            case MessagingException starting when String.valueOf(starting.getMessage()).contains("STARTTLS") -> MailTrouble.NO_STARTTLS;
            default -> null;
        };
    }

    private static MailTrouble judged(int reply, MailTrouble refused) {
        return reply >= PERMANENT ? refused : MailTrouble.SERVER_BUSY;
    }

    private static boolean isReply(Throwable cause) {
        return cause instanceof MessagingException;
    }

    private static String line(Throwable cause) {
        String line = String.valueOf(cause.getMessage()).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= REPLY_LENGTH ? line : line.substring(0, REPLY_LENGTH) + "…";
    }
}
