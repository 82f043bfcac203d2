# Answers every request for / with one greeting, on Windows Server. Each run leaves the same behind. What it says, and
# where it stops, is in C:\ProgramData\Amazon\EC2Launch\log\agent.log.
$ErrorActionPreference = 'Stop'

# It is filled in below, with the name that the server has.
$greeting = 'Hello CoderCo from $(hostname -f)'

# Internet Information Services is on the image, and opens port 80 of the server's own firewall.
Install-WindowsFeature -Name Web-Server | Out-Null

$name = [System.Net.Dns]::GetHostEntry('').HostName
$page = '<h1>' + $greeting.Replace('$(hostname -f)', $name) + '</h1>'
# Of the pages that IIS looks for it comes before the one that IIS brings along.
Set-Content -Path 'C:\inetpub\wwwroot\index.html' -Value $page -Encoding Ascii
Set-Service -Name W3SVC -StartupType Automatic
Start-Service -Name W3SVC
