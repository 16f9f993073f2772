namespace EmoHRNet.Samples.WebApi.Uploads;

/// <summary>Uploads cannot be stored on this machine: its disk is full, or its folder for temporary files is not writable.</summary>
internal sealed class UploadStorageException(Exception cause) : Exception("Uploads cannot be stored at the moment.", cause);
