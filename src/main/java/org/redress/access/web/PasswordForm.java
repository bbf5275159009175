package org.redress.access.web;

/** A change of password; never shown again, never logged. */
public class PasswordForm {

    private String oldPassword = "";
    private String newPassword = "";
    private String repeat = "";

    public String getOldPassword() {
        return oldPassword;
    }

    public void setOldPassword(String oldPassword) {
        this.oldPassword = oldPassword;
    }

    public String getNewPassword() {
        return newPassword;
    }

    public void setNewPassword(String newPassword) {
        this.newPassword = newPassword;
    }

    public String getRepeat() {
        return repeat;
    }

    public void setRepeat(String repeat) {
        this.repeat = repeat;
    }

    boolean isRepeated() {
        return newPassword.equals(repeat);
    }
}
