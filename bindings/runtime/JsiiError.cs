namespace Amazon.JSII.Runtime;

/// <summary>A failure of the kernel or of Node.js, and not of the JavaScript code that was called.</summary>
public abstract class JsiiException : Exception
{
    internal JsiiException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>A failure of the kernel or of Node.js, and not of the JavaScript code that was called.</summary>
public sealed class JsiiError : JsiiException
{
    internal JsiiError(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
