using Nautilus.Functions.Packing;

if (args is not [var program, var zip])
{
    Console.Error.WriteLine("usage: Nautilus.Functions.Packing <program> <zip>");
    return 1;
}

Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(zip))!);
File.WriteAllBytes(zip, BootstrapZip.Of(File.ReadAllBytes(program)));
return 0;
