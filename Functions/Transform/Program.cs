using Nautilus.Functions.Runtime;
using Nautilus.Functions.Transform;

return LambdaLoop.Run(() => new FirehoseTransformation(Console.OpenStandardOutput).Handle);
